package org.overread.web.browser;

import com.microsoft.playwright.Locator;

/** Where a model owner says what a model is for and who answers for it. */
final class RegisterModelScreen extends Screen {
    RegisterModelScreen(Visit visit) {
        super(visit, "Register a model");
        visit.open("models");
        waitForTitle("Models");
        visit.accessible("Models");
        follow("Register a model");
        waitForTitle("Register a model");
    }

    /** Fills in everything but who answers for it at the bedside. */
    void describe(String name) {
        fill("vaadin-text-field", "Name", name);
        fill("vaadin-text-area", "Intended use", "Tells who may return within thirty days. Not for children.");
        choose("What it puts out", "Risk score");
        choose("Risk tier", "Moderate");
        seek("vaadin-combo-box", "Department", "Emergency");
        fill("vaadin-text-field", "Sponsor", "Chief medical officer");
        seek("vaadin-combo-box", "Model owner", "Max Lindqvist");
    }

    void nameClinicalOwner(String person) {
        seek("vaadin-combo-box", "Clinical owner", person);
    }

    Locator clinicalOwner() {
        return field("vaadin-combo-box", "Clinical owner");
    }

    void register() {
        press("Register");
    }
}
