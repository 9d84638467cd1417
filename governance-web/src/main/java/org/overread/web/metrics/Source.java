package org.overread.web.metrics;

import org.overread.registry.Actor;

/** Something that has figures to tell. No label may name a patient or a person, or take ever new values. */
public interface Source {
    /** Tells them to somebody who may read performance everywhere. */
    void tell(Actor actor, Exposition text);
}
