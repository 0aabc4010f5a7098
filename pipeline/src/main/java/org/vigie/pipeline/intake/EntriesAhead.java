package org.vigie.pipeline.intake;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.picture.PictureFields;
import org.vigie.capture.picture.PictureReading;
import org.vigie.capture.warc.WarcEntry;

/**
 * The entries of an archive in order, with a look at what comes next: what a browser made of an
 * answer stands behind it, after all that its scripts asked for.
 */
public final class EntriesAhead {
  /** A page that is rendered asks for fewer things; and nothing but an archive's end stops more. */
  private static final int MOST = 200;

  /** What was read of the pictures of a listing: some kilobytes each at most. */
  private static final int MOST_PICTURES = 20_000;

  private static final byte[] NOTHING = {};

  private final Source source;
  private final Deque<WarcEntry> ahead = new ArrayDeque<>();

  /** Where entries come from. */
  @FunctionalInterface
  public interface Source {
    /** Returns the next, or null at the end. */
    @Nullable WarcEntry next() throws IOException;
  }

  public EntriesAhead(Source source) {
    this.source = source;
  }

  /** Returns the next entry, or null at the end. */
  public @Nullable WarcEntry next() throws IOException {
    WarcEntry looked = ahead.poll();
    return looked == null ? source.next() : looked;
  }

  /**
   * Returns what was read of the pictures of the page that was given last, by their hashed
   * addresses. They stand right behind it, and nothing that scripts asked for between.
   */
  Map<String, PictureReading> picturesOf(WarcEntry.Captured page) throws IOException {
    Map<String, PictureReading> pictures = new HashMap<>();
    int others = 0;
    for (WarcEntry entry : ahead) {
      if (!add(entry, page, pictures)) {
        return pictures;
      }
      others += entry instanceof WarcEntry.Pictured ? 0 : 1;
    }
    while (others < MOST && ahead.size() < MOST_PICTURES) {
      WarcEntry entry = source.next();
      if (entry == null) {
        return pictures;
      }
      ahead.add(entry);
      if (!add(entry, page, pictures)) {
        return pictures;
      }
      others += entry instanceof WarcEntry.Pictured ? 0 : 1;
    }
    return pictures;
  }

  /** Returns what the page that was given last yields, with what was read in its pictures. */
  public Extraction withPictures(WarcEntry.Captured page, Extraction read) throws IOException {
    if (read.images().isEmpty()) {
      return read;
    }
    Map<String, PictureReading> readings = picturesOf(page);
    return read.withAdverts(
        read.adverts().stream().map(advert -> PictureFields.added(advert, readings)).toList());
  }

  /** Returns whether more may come. */
  private static boolean add(
      WarcEntry entry, WarcEntry.Captured page, Map<String, PictureReading> pictures) {
    if (entry instanceof WarcEntry.Pictured picture && picture.isOf(page)) {
      pictures.put(picture.address(), picture.reading());
    }
    return !(entry instanceof WarcEntry.Captured || entry instanceof WarcEntry.Part);
  }

  /** Returns whether a browser made a page of the answer that was given last. */
  boolean isRendered(WarcEntry.Captured answer) throws IOException {
    for (WarcEntry entry : ahead) {
      if (entry instanceof WarcEntry.Captured page) {
        return page.isMadeOf(answer); // another page was looked ahead from
      }
    }
    while (ahead.size() < MOST) {
      WarcEntry entry = source.next();
      if (entry == null) {
        return false;
      }
      ahead.add(entry instanceof WarcEntry.Part part ? light(part) : entry);
      if (entry instanceof WarcEntry.Captured page) {
        return page.isMadeOf(answer);
      }
    }
    return false;
  }

  /** Nobody reads it: its bytes needn't be held. */
  private static WarcEntry light(WarcEntry.Part part) {
    return new WarcEntry.Part(part.capture(), NOTHING);
  }
}
