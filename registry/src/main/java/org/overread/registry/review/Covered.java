package org.overread.registry.review;

import org.overread.registry.Digest;

/**
 * What a signature covers, by digest: what was asked for, the evidence as it was seen, and the policy it was judged by.
 */
public record Covered(Digest subject, Digest evidence, Digest policy) {}
