package org.vigie.casework.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.vigie.casework.mandate.IdScan;
import org.vigie.casework.mandate.ShownIds;
import org.vigie.files.digest.Sha256;
import org.vigie.files.failure.UserError;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.search.AdvertIndex;
import org.vigie.search.SearchResult;

/** The adverts that a query finds and that may leave, in order of their ids, however many. */
public final class Export {
  private final AdvertIndex index;
  private final ExportTarget target;
  private final Predicate<String> leaves;

  /** An export of all that a query finds. */
  public Export(AdvertIndex index, ExportTarget target) {
    this(index, target, id -> true);
  }

  /**
   * @param leaves which adverts are written of those that a query finds, by their ids
   */
  public Export(AdvertIndex index, ExportTarget target, Predicate<String> leaves) {
    this.index = index;
    this.target = target;
    this.leaves = leaves;
  }

  /** Is told what a file holds before it appears; if it throws, none appears. */
  @FunctionalInterface
  public interface Before {
    /**
     * @param adverts their ids
     * @param shown ids of all that the file names
     * @param hash {@code sha256:} of the file
     */
    void appears(List<String> adverts, ShownIds shown, String hash) throws IOException;
  }

  /**
   * Writes a new file, which appears only once it is whole.
   *
   * @param before is told of it before it appears
   * @return how many adverts were written
   * @throws UserError if the file exists
   */
  public long write(String query, Path file, Before before) throws IOException {
    if (Files.exists(file)) {
      throw UserError.ofInput(file + " must not exist yet, but does");
    }
    Path unfinished = file.resolveSibling(file.getFileName() + ".part");
    List<String> ids = new ArrayList<>();
    try {
      long written = writeNew(query, unfinished, ids::add);
      ShownIds shown = IdScan.ofFiles(unfinished).and(ShownIds.of(ids));
      before.appears(ids, shown, Sha256.of(unfinished));
      Files.move(unfinished, file);
      return written;
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private long writeNew(String query, Path file, Consumer<String> told) throws IOException {
    try (OutputStream out = new BufferedOutputStream(OwnerOnly.anew(file))) {
      return write(query, out, told);
    }
  }

  /** As below, where nobody asks which adverts were written. */
  public long write(String query, OutputStream out) throws IOException {
    return write(query, out, id -> {});
  }

  /**
   * Writes to a stream, which stays open.
   *
   * @param query in the query language
   * @param told is told the id of each advert
   * @return how many adverts were written
   */
  public long write(String query, OutputStream out, Consumer<String> told) throws IOException {
    AtomicLong written = new AtomicLong();
    try (ExportSink sink = target.into(out)) {
      index.forEachAdvert(
          query,
          hit -> {
            String id = hit.advert().advert().id();
            if (leaves.test(id)) {
              add(sink, hit);
              told.accept(id);
              written.incrementAndGet();
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return written.get();
  }

  private static void add(ExportSink sink, SearchResult.Hit hit) {
    try {
      sink.add(hit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
