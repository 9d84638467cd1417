package org.overread.registry;

/** A role held within a scope. */
public record Grant(Role role, Scope scope) {}
