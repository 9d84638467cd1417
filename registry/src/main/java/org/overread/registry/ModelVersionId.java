package org.overread.registry;

/** One version of one registered model, such as {@code sepsis/3}. Versions count from 1 and are never reused. */
public record ModelVersionId(String model, int version) {
    public ModelVersionId {
        if (model.isBlank()) {
            throw new IllegalArgumentException("model is blank");
        }
        if (version < 1) {
            throw new IllegalArgumentException("version must be 1 or more, was " + version);
        }
    }

    @Override
    public String toString() {
        return model + "/" + version;
    }
}
