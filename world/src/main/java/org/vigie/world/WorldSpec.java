package org.vigie.world;

/**
 * What world to make. @param seed same seed, same world; @param adverts how many adverts in all, at
 * least 100
 */
public record WorldSpec(long seed, int adverts) {}
