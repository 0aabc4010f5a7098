/**
 * How text, whole values and phone numbers become the terms that are indexed and asked for, and the
 * names of the fields that hold them. Everything else here builds on it.
 */
@NullMarked
package org.vigie.search.analysis;

import org.jspecify.annotations.NullMarked;
