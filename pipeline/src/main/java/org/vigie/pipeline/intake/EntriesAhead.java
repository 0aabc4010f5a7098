package org.vigie.pipeline.intake;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.warc.WarcEntry;

/**
 * The entries of an archive in order, with a look at what comes next: what a browser made of an
 * answer stands behind it, after all that its scripts asked for.
 */
public final class EntriesAhead {
  /** A page that is rendered asks for fewer things; and nothing but an archive's end stops more. */
  private static final int MOST = 200;

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
  @Nullable WarcEntry next() throws IOException {
    WarcEntry looked = ahead.poll();
    return looked == null ? source.next() : looked;
  }

  /** Returns the pictures that were read for the page that was given last. */
  List<WarcEntry.Pictured> picturesOf(WarcEntry.Captured page) throws IOException {
    List<WarcEntry.Pictured> pictures = new ArrayList<>();
    for (WarcEntry entry : ahead) {
      if (entry instanceof WarcEntry.Captured) {
        return pictures;
      }
      add(entry, page, pictures);
    }
    while (ahead.size() < MOST) {
      WarcEntry entry = source.next();
      if (entry == null) {
        return pictures;
      }
      ahead.add(entry instanceof WarcEntry.Part part ? light(part) : entry);
      if (entry instanceof WarcEntry.Captured) {
        return pictures;
      }
      add(entry, page, pictures);
    }
    return pictures;
  }

  private static void add(
      WarcEntry entry, WarcEntry.Captured page, List<WarcEntry.Pictured> pictures) {
    if (entry instanceof WarcEntry.Pictured picture && picture.isOf(page)) {
      pictures.add(picture);
    }
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
