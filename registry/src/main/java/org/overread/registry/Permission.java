package org.overread.registry;

import static org.overread.registry.Role.ADMINISTRATOR;
import static org.overread.registry.Role.CHAIR;
import static org.overread.registry.Role.CLINICAL_REVIEWER;
import static org.overread.registry.Role.CLINICIAN;
import static org.overread.registry.Role.COMPLIANCE;
import static org.overread.registry.Role.MODEL_OWNER;
import static org.overread.registry.Role.SAFETY_OFFICER;
import static org.overread.registry.Role.TECHNICAL_REVIEWER;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may do what: the whole table of rights, by role for people and by token scope for machines. */
public enum Permission {
    READ_MODELS(
            ApiScope.READ,
            CLINICIAN,
            MODEL_OWNER,
            CLINICAL_REVIEWER,
            TECHNICAL_REVIEWER,
            CHAIR,
            SAFETY_OFFICER,
            COMPLIANCE,
            ADMINISTRATOR),
    REGISTER_MODELS(ApiScope.ADMIN, MODEL_OWNER),
    SEND_PREDICTIONS(ApiScope.INGEST, MODEL_OWNER),
    READ_PERFORMANCE(
            ApiScope.READ, MODEL_OWNER, CLINICAL_REVIEWER, TECHNICAL_REVIEWER, CHAIR, SAFETY_OFFICER, COMPLIANCE),
    PLAN_MONITORING(ApiScope.ADMIN, MODEL_OWNER),
    ANSWER_ALERTS(ApiScope.ADMIN, MODEL_OWNER, CLINICAL_REVIEWER, TECHNICAL_REVIEWER, CHAIR, SAFETY_OFFICER),
    REGISTER_CARDS(ApiScope.FEEDBACK),
    GIVE_FEEDBACK(ApiScope.FEEDBACK, CLINICIAN),
    READ_FEEDBACK(ApiScope.READ, MODEL_OWNER, CLINICAL_REVIEWER, TECHNICAL_REVIEWER, CHAIR, SAFETY_OFFICER, COMPLIANCE),
    ANSWER_FINDINGS(null, MODEL_OWNER, SAFETY_OFFICER),
    PUBLISH_POLICIES(null, CHAIR),
    REQUEST_PROMOTION(ApiScope.PROMOTE, MODEL_OWNER),
    READ_PROMOTIONS(
            ApiScope.READ, MODEL_OWNER, CLINICAL_REVIEWER, TECHNICAL_REVIEWER, CHAIR, SAFETY_OFFICER, COMPLIANCE),
    REVIEW_PROMOTIONS(null, CLINICAL_REVIEWER, TECHNICAL_REVIEWER, SAFETY_OFFICER),
    DECIDE_PROMOTIONS(null, CHAIR),
    SUSPEND_MODELS(null, SAFETY_OFFICER, CHAIR),
    EXPORT_REPORTS(ApiScope.EXPORT, COMPLIANCE, CHAIR),
    READ_AUDIT(ApiScope.EXPORT, COMPLIANCE),
    MANAGE_PEOPLE(null, ADMINISTRATOR),
    MANAGE_SITES(null, ADMINISTRATOR),
    MANAGE_CONNECTIONS(ApiScope.ADMIN, ADMINISTRATOR),
    /** How the server itself does: figures of no patient, no person and no model. */
    WATCH_SERVER(ApiScope.READ, ADMINISTRATOR);

    private static final Set<Permission> MOVING = EnumSet.of(
            REGISTER_MODELS,
            PLAN_MONITORING,
            ANSWER_ALERTS,
            ANSWER_FINDINGS,
            PUBLISH_POLICIES,
            REQUEST_PROMOTION,
            REVIEW_PROMOTIONS,
            DECIDE_PROMOTIONS,
            SUSPEND_MODELS,
            MANAGE_PEOPLE,
            MANAGE_SITES,
            MANAGE_CONNECTIONS);

    private final @Nullable ApiScope machines;
    private final Set<Role> people;

    Permission(@Nullable ApiScope machines, Role... people) {
        this.machines = machines;
        this.people = Set.of(people);
    }

    /** The roles that carry this permission. */
    public Set<Role> roles() {
        return people;
    }

    /** Whether it opens, stops or changes what others rely on, so that rights must not change under the deed. */
    public boolean moves() {
        return MOVING.contains(this);
    }

    /** The token scope that carries this permission; empty for what only people may do. */
    public Optional<ApiScope> scope() {
        return Optional.ofNullable(machines);
    }

    boolean openTo(ApiScope scope) {
        return scope == machines;
    }
}
