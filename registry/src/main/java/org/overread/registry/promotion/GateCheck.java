package org.overread.registry.promotion;

import org.overread.registry.gate.Evidence;
import org.overread.registry.gate.GateVerdict;
import org.overread.registry.gate.Policy;

/** What the gate would say if somebody asked now. Nothing is kept of it. */
public sealed interface GateCheck permits GateCheck.Decided, NotAdmitted {
    /** The gate can be asked: under this policy, on this evidence, it decides so. */
    record Decided(Policy policy, Evidence evidence, GateVerdict verdict) implements GateCheck {}
}
