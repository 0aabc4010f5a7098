package org.vigie.pipeline.intake;

import java.nio.file.Path;

/**
 * What a file was taken for.
 *
 * @param file the file
 * @param kind what a person calls its kind, such as {@code Excel workbook}
 * @param adverts rows, messages and adverts of pages in it
 * @param unread parts of it that can't be read
 */
public record TakenFile(Path file, String kind, long adverts, long unread) {}
