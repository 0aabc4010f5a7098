package org.vigie.search;

/**
 * A whole value in a field.
 *
 * @param field one of {@link Fields}
 * @param value in the form that is indexed
 */
record FieldTerm(String field, String value) {}
