package org.vigie.crawler.frontier;

/**
 * How far an archive file is committed.
 *
 * @param file its name
 * @param length bytes from its start
 */
public record ArchivePosition(String file, long length) {}
