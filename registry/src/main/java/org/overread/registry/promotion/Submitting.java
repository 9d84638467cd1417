package org.overread.registry.promotion;

import java.util.UUID;
import org.overread.registry.gate.GateVerdict;

/** What became of an attempt to submit a request. */
public sealed interface Submitting permits Submitting.Submitted, NotAdmitted {
    /** It is on record, with its policy and evidence pinned, and the gate has decided so. */
    record Submitted(UUID request, GateVerdict verdict) implements Submitting {}
}
