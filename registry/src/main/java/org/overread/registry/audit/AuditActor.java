package org.overread.registry.audit;

/** Somebody who did something: the id that the trail keeps, and a name it was printed under. */
public record AuditActor(String id, String name) {}
