package org.vigie.web.pages.custody;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.vigie.casework.ExportRequest;
import org.vigie.casework.export.Export;
import org.vigie.casework.export.ExportFormat;
import org.vigie.casework.export.ExportSink;
import org.vigie.casework.mandate.IdScan;
import org.vigie.casework.mandate.ShownIds;
import org.vigie.files.owner.FolderTree;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.search.AdvertIndex;
import org.vigie.search.Hidden;
import org.vigie.search.NoIndexException;
import org.vigie.search.SearchRequest;
import org.vigie.search.SearchResult;
import org.vigie.search.query.QueryLexicon;
import org.vigie.web.Answer;

/**
 * Where adverts of exports come from, and where a file waits until it is sent.
 *
 * @param index folder of the index
 * @param hidden what of it doesn't leave
 * @param lexicon what words of queries mean
 * @param folder where a file may lie meanwhile
 * @param timeout within which a search must be answered whole
 */
public record ExportSource(
    Path index, Supplier<Hidden> hidden, QueryLexicon lexicon, Path folder, Duration timeout) {
  /** More is a task for {@code ./vigie export --granted}, or for a program. */
  static final int MOST_ADVERTS = 20_000;

  AdvertIndex open() throws IOException {
    return AdvertIndex.open(index, hidden.get(), lexicon);
  }

  SearchRequest request(String query) {
    return new SearchRequest(query, 0, 0, SearchRequest.Order.NEWEST, 0, timeout);
  }

  /** Returns the ids of the adverts that an export finds now; none if there is no index. */
  Set<String> found(ExportRequest request) throws IOException {
    try (AdvertIndex adverts = open()) {
      return adverts.advertIds(request.query());
    } catch (NoIndexException e) {
      return Set.of();
    }
  }

  /**
   * Writes to a file first, so that what fails is told and not sent in part.
   *
   * @param granted ids of what may leave
   */
  Answer file(ExportRequest request, ExportFormat format, Set<String> granted) throws IOException {
    OwnerOnly.folder(folder);
    Path file = Files.createTempFile(folder, "export-", "." + format.label());
    List<String> ids = new ArrayList<>();
    try (AdvertIndex adverts = open();
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      new Export(adverts, format, granted::contains).write(request.query(), out, ids::add);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    return new Answer.File(
        format.mediaType(),
        "vigie-export-" + request.id() + "." + format.label(),
        file,
        IdScan.ofFiles(file).and(ShownIds.of(ids)));
  }

  /**
   * Sends all adverts of an export as JSON Lines while they are read, in order of their ids.
   *
   * @param granted ids of what may leave
   */
  Answer stream(ExportRequest request, Set<String> granted) throws IOException {
    AdvertIndex adverts = open();
    Set<String> ids;
    IdScan scan = new IdScan();
    try {
      // Twice over the same commit: what is sent is what the log named before.
      ids = adverts.advertIds(request.query());
      ids.retainAll(granted);
      write(adverts, request, ids, scan);
    } catch (IOException | RuntimeException e) {
      adverts.close();
      throw e;
    }
    return new Answer.Stream(
        ExportFormat.JSONL.mediaType(),
        scan.ids(),
        out -> {
          try (adverts) {
            write(adverts, request, ids, out);
          }
        });
  }

  private static void write(
      AdvertIndex adverts, ExportRequest request, Set<String> ids, OutputStream out)
      throws IOException {
    try (ExportSink sink = ExportFormat.JSONL.into(out)) {
      adverts.forEachAdvert(request.query(), hit -> add(sink, hit, ids));
    }
  }

  private static void add(ExportSink sink, SearchResult.Hit hit, Set<String> ids) {
    try {
      if (ids.contains(hit.advert().advert().id())) {
        sink.add(hit);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an export must be read to its end, but wasn't", e);
    }
  }

  /** Removes the files that a kill left behind. */
  public void clear() {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> left = Files.list(folder)) {
      for (Path file : left.toList()) {
        FolderTree.delete(file); // what is half packed is a folder
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " must be writable, but isn't", e);
    }
  }
}
