package org.overread.registry.audit.anchor;

/**
 * An anchor with its signature, as it is put down outside.
 *
 * @param anchor what the text says
 * @param text the text that is signed
 * @param key the public key, as Base64 of its X.509 form
 * @param signature Ed25519 over the UTF-8 bytes of the text, as Base64
 */
public record SignedAnchor(Anchor anchor, String text, String key, String signature) {}
