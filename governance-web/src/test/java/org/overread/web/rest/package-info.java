/** The doors of the running product, tried from outside as machines and people would. */
@NullMarked
package org.overread.web.rest;

import org.jspecify.annotations.NullMarked;
