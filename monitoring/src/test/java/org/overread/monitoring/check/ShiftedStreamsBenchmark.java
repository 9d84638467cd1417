package org.overread.monitoring.check;

/**
 * Prints how soon a plan notices what happens to a ward, and how many stationary years it raises an alert in; the first
 * argument is how many years.
 */
final class ShiftedStreamsBenchmark {
    private ShiftedStreamsBenchmark() {}

    public static void main(String[] arguments) {
        ShiftedStreams.print(arguments.length == 0 ? 40 : Integer.parseInt(arguments[0]));
    }
}
