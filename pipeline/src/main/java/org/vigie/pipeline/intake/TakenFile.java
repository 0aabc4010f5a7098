package org.vigie.pipeline.intake;

import java.nio.file.Path;
import java.util.List;
import org.vigie.capture.file.TableStart;

/**
 * What a file was taken for.
 *
 * @param file the file
 * @param kind what a person calls its kind, such as {@code Excel workbook}
 * @param adverts rows, messages and adverts of pages in it
 * @param unread parts of it that can't be read
 * @param tables how the tables in it begin, the first of them
 */
public record TakenFile(
    Path file, String kind, long adverts, long unread, List<TableStart> tables) {
  public TakenFile {
    tables = List.copyOf(tables);
  }
}
