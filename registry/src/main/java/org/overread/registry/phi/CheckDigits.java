package org.overread.registry.phi;

import java.math.BigInteger;
import java.util.stream.IntStream;

/** Sums over digits that hold for numbers that were given out, and for few others. */
final class CheckDigits {
    private static final int[][] VERHOEFF_TURNS = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 5, 7, 6, 2, 8, 3, 0, 9, 4}, {5, 8, 0, 3, 7, 9, 6, 1, 4, 2},
        {8, 9, 1, 6, 0, 4, 3, 5, 2, 7}, {9, 4, 5, 3, 1, 2, 6, 8, 7, 0}, {4, 2, 8, 6, 5, 7, 3, 9, 0, 1},
        {2, 7, 9, 3, 8, 0, 6, 4, 1, 5}, {7, 0, 4, 6, 9, 1, 3, 2, 5, 8}
    };

    private CheckDigits() {}

    /** The sum of each digit times its weight, over the digits from the left. */
    static int weighted(String digits, int... weights) {
        return IntStream.range(0, weights.length)
                .map(i -> weights[i] * digit(digits, i))
                .sum();
    }

    /** Luhn's formula, ISO/IEC 7812-1. */
    static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digit(digits, digits.length() - 1 - i);
            int doubled = i % 2 == 1 ? 2 * digit : digit;
            sum += doubled / 10 + doubled % 10;
        }
        return sum % 10 == 0;
    }

    /** The check digit of European article numbers, which Swiss AHV numbers use. */
    static boolean ean13(String digits) {
        return weighted(digits, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1) % 10 == 0;
    }

    /** The dihedral scheme of Verhoeff (1969). */
    static boolean verhoeff(String digits) {
        int state = 0;
        for (int i = 0; i < digits.length(); i++) {
            state = dihedral(state, VERHOEFF_TURNS[i % 8][digit(digits, digits.length() - 1 - i)]);
        }
        return state == 0;
    }

    /** IBAN, ISO 13616: country and check digits at the end, letters as 10 to 35, the whole 1 modulo 97. */
    static boolean iban(String iban) {
        var number = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4)).chars().forEach(c -> number.append(Character.digit(c, 36)));
        return modulo(number.toString(), 97) == 1;
    }

    static int modulo(String digits, int divisor) {
        return new BigInteger(digits).mod(BigInteger.valueOf(divisor)).intValue();
    }

    /** Whether day and month can be those of a date. */
    static boolean dayAndMonth(String day, String month) {
        int d = Integer.parseInt(day);
        int m = Integer.parseInt(month);
        return d >= 1 && d <= 31 && m >= 1 && m <= 12;
    }

    static int digit(String digits, int at) {
        return digits.charAt(at) - '0';
    }

    private static int dihedral(int left, int right) {
        if (left < 5) {
            return right < 5 ? (left + right) % 5 : 5 + (left + right - 5) % 5;
        }
        return right < 5 ? 5 + (left - right) % 5 : (left - right + 5) % 5;
    }
}
