package org.overread.monitoring.subgroup;

import java.util.BitSet;

/**
 * A named set of slices.
 *
 * @param attribute such as {@code sex}, or {@code race × sex}
 * @param value such as {@code Female}, or {@code Asian × Female}
 * @param slices which slices belong to it
 */
record Group(String attribute, String value, BitSet slices) {}
