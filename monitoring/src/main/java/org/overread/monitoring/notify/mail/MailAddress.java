package org.overread.monitoring.notify.mail;

import java.util.regex.Pattern;

/** What can be an address to write to. Whether anybody reads there shows only when it is tried. */
final class MailAddress {
    private static final int LONGEST = 254;
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");

    private MailAddress() {}

    static boolean valid(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }
}
