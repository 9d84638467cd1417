package org.overread.registry.gate;

/** Where evidence comes from: monitoring answers in the product, a map in tests. */
public interface EvidenceSource {
    /**
     * Everything known about the version in the window, never null. What is not known is a figure without a value, or no
     * figure: both leave their criteria undetermined.
     */
    Evidence about(EvidenceQuestion question);
}
