package org.vigie.search.analysis;

/**
 * A whole value in a field.
 *
 * @param field one of {@link Fields}
 * @param value in the form that is indexed
 */
public record FieldTerm(String field, String value) {}
