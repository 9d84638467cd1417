package org.overread.web.api.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.overread.registry.Permission;

/** What the contract says of a call beside what its method says already. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Operation {
    /** What generated clients call it; it never changes. Methods that differ in media type only share it. */
    String id();

    /** What it does, in one line. */
    String says();

    /** More of it, where one line is not enough. */
    String more() default "";

    /** All of these permissions are needed; with none, whoever has signed in may. The services judge how far they reach. */
    Permission[] needs();

    /** How far the permission must reach. */
    Reach reach() default Reach.PLACE;

    /** Whether only a person may, and no machine whatever its scopes. */
    boolean inPerson() default false;

    /** Whether the present state of things may stand against it, which answers 409. */
    boolean conflicts() default false;

    /** The schema in {@code contract.yaml} of a body that the method reads by itself. */
    String takes() default "";
}
