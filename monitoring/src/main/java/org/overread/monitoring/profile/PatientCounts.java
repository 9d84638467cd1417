package org.overread.monitoring.profile;

/** Counts the predictions of each patient, to tell how many one has at most. */
public final class PatientCounts {
    private static final int FIRST = 1 << 10;

    private long[] patients = new long[FIRST];
    private int[] counts = new int[FIRST];
    private int size;
    private int most;

    /** @param patient well mixed bits that are the same for the same patient */
    public void add(long patient) {
        var place = place(patient);
        if (counts[place] == 0) {
            patients[place] = patient;
            size++;
        }
        most = Math.max(most, ++counts[place]);
        if (2 * size > patients.length) {
            grow();
        }
    }

    /** The most predictions that one patient has. */
    public int most() {
        return most;
    }

    private int place(long patient) {
        var place = (int) (patient ^ patient >>> 32) & patients.length - 1;
        while (counts[place] > 0 && patients[place] != patient) {
            place = place + 1 & patients.length - 1;
        }
        return place;
    }

    private void grow() {
        var before = patients;
        var countsBefore = counts;
        patients = new long[2 * before.length];
        counts = new int[patients.length];
        for (var i = 0; i < before.length; i++) {
            if (countsBefore[i] > 0) {
                var place = place(before[i]);
                patients[place] = before[i];
                counts[place] = countsBefore[i];
            }
        }
    }
}
