package org.vigie.classifier.language;

/**
 * A language that a short text may be in.
 *
 * @param language ISO 639-1 code
 * @param lag how much less likely it is than the likeliest, as a logarithm of at least 0
 */
public record LanguageGuess(String language, double lag) {}
