package org.overread.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Version 1 of the contract. It only ever grows: fields and calls are added, never changed. */
@ApplicationPath("/api/v1")
public class Api extends Application {}
