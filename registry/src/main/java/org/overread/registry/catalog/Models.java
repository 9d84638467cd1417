package org.overread.registry.catalog;

import java.util.List;
import java.util.Optional;
import org.overread.registry.ModelVersionId;

/** Where models and their versions are kept. */
public interface Models {
    /** Lets no other transaction add to that model, its versions or their stages until this one ends. */
    void lock(String model);

    void add(RegisteredModel model);

    Optional<RegisteredModel> find(String id);

    /** All of them, by name. */
    List<RegisteredModel> all();

    void add(ModelVersion version);

    Optional<ModelVersion> version(ModelVersionId id);

    /** The versions of a model, the first one first. */
    List<ModelVersion> versions(String model);
}
