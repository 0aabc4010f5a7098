package org.vigie.pipeline;

/**
 * How far a run is. @param bytesRead bytes read of its inputs; @param bytesTotal bytes of its
 * inputs; @param adverts adverts read; @param repeats of which seen before; @param deadLetters
 * records that could not be read; @param alerts alerts raised
 */
public record RunProgress(
    long bytesRead, long bytesTotal, long adverts, long repeats, long deadLetters, long alerts) {}
