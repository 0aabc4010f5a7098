package org.vigie.casework.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.search.AdvertIndex;
import org.vigie.search.SearchRequest;
import org.vigie.search.SearchResult;

/** All adverts that a query finds, written to a file page by page. */
public final class Export {
  private static final int PAGE = 500;

  private final AdvertIndex index;
  private final ExportTarget target;

  public Export(AdvertIndex index, ExportTarget target) {
    this.index = index;
    this.target = target;
  }

  /** Is told what a file holds before it appears; if it throws, none appears. */
  @FunctionalInterface
  public interface Before {
    /**
     * @param ids of the adverts
     * @param hash {@code sha256:} of the file
     */
    void appears(List<String> ids, String hash);
  }

  /**
   * Writes a new file, which appears only once it is whole.
   *
   * @param before is told of it before it appears
   * @return how many adverts were written
   * @throws UserError if the file exists, or the search is cut short: a part must not pass for all
   */
  public long write(SearchRequest request, Path file, Before before) throws IOException {
    if (Files.exists(file)) {
      throw UserError.ofInput(file + " must not exist yet, but does");
    }
    Path unfinished = file.resolveSibling(file.getFileName() + ".part");
    List<String> ids = new ArrayList<>();
    try {
      long written = writePages(request, unfinished, ids::add);
      before.appears(ids, Sha256.of(unfinished));
      Files.move(unfinished, file);
      return written;
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private long writePages(SearchRequest request, Path file, Consumer<String> told)
      throws IOException {
    OwnerOnly.file(file);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      return write(request, out, told);
    }
  }

  /** As below, where nobody asks which adverts were written. */
  public long write(SearchRequest request, OutputStream out) throws IOException {
    return write(request, out, id -> {});
  }

  /**
   * Writes to a stream, which stays open.
   *
   * @param told is told the id of each advert
   * @return how many adverts were written
   * @throws UserError if the search is cut short
   */
  public long write(SearchRequest request, OutputStream out, Consumer<String> told)
      throws IOException {
    try (ExportSink sink = target.into(out)) {
      long written = 0;
      SearchResult page;
      do {
        page = index.search(pageOf(request, Math.toIntExact(written)));
        if (page.partial()) {
          throw UserError.ofUsage(
              "the query must be answered within %d ms to be exported whole, but took longer; narrow it"
                  .formatted(request.timeout().toMillis()));
        }
        for (SearchResult.Hit hit : page.hits()) {
          sink.add(hit);
          told.accept(hit.advert().advert().id());
          written++;
        }
      } while (!page.hits().isEmpty() && written < page.total());
      return written;
    }
  }

  private static SearchRequest pageOf(SearchRequest request, int offset) {
    return new SearchRequest(
        request.query(), offset, PAGE, SearchRequest.Order.NEWEST, 0, request.timeout());
  }
}
