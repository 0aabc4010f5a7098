package org.vigie.classifier.encoder;

/**
 * How often an encoder was asked since it was loaded.
 *
 * @param name of its model
 * @param asked stretches of text that it was asked about
 * @param failed those of them that it failed for, and that were read without it
 */
public record EncoderUse(String name, long asked, long failed) {}
