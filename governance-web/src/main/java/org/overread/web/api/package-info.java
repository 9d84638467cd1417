/**
 * The machines' contract, version 1: resources that translate and call, one JSON, one form of error.
 * Start at {@link org.overread.web.api.Api}.
 */
@NullMarked
package org.overread.web.api;

import org.jspecify.annotations.NullMarked;
