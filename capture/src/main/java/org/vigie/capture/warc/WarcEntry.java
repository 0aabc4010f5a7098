package org.vigie.capture.warc;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcMetadata;
import org.vigie.advert.Capture;
import org.vigie.advert.Observation;
import org.vigie.advert.PictureHash;
import org.vigie.capture.picture.PictureReading;
import org.vigie.capture.picture.ReadingLine;
import org.vigie.files.digest.Sha256;

/**
 * One record read from a WARC: a capture with its payload, what a later visit showed, or the reason
 * why there is neither.
 */
public sealed interface WarcEntry {
  /**
   * A response that was read whole, or a page as a browser showed it.
   *
   * @param capture what is known of it
   * @param payload the body, content codings undone
   * @param id its {@code WARC-Record-ID}, or empty
   * @param madeOf id of the answer that a browser made it of; empty for an answer itself
   */
  record Captured(Capture capture, byte[] payload, String id, String madeOf) implements WarcEntry {
    /** Returns whether it is what a browser made of an answer. */
    public boolean isMadeOf(Captured answer) {
      return !madeOf.isEmpty() && madeOf.equals(answer.id);
    }
  }

  /**
   * An answer that a script of a rendered page asked for: no page of its own.
   *
   * @param capture what is known of it
   * @param payload the body, content codings undone
   */
  record Part(Capture capture, byte[] payload) implements WarcEntry {}

  /**
   * A page that was visited again and had not changed.
   *
   * @param capture what is known of the visit; its digest is empty if the server said so itself
   * @param sameAs when the page was archived that it is still the same as; null if not said
   */
  record Unchanged(Capture capture, @Nullable Instant sameAs) implements WarcEntry {}

  /**
   * What a visit showed of adverts that were found on the page before.
   *
   * @param observations at least one
   */
  record Observed(List<Observation> observations) implements WarcEntry {
    public Observed {
      observations = List.copyOf(observations);
    }
  }

  /**
   * A picture that was fetched for its hash alone.
   *
   * @param picture its hash
   */
  record Hashed(PictureHash picture) implements WarcEntry {}

  /**
   * A picture of a page's adverts that was read when it was fetched, and not kept.
   *
   * @param position where its record begins
   * @param url where it stood
   * @param address {@code sha256:} and 64 hexadecimal digits of its address, as adverts name it
   * @param partOf id of the record of the page's own answer
   * @param reading what was read of it
   * @param picture its exact hash, or null
   */
  record Pictured(
      long position,
      String url,
      String address,
      String partOf,
      PictureReading reading,
      @Nullable PictureHash picture)
      implements WarcEntry {
    /** Returns the exact hash of the picture, if the fields tell one. */
    static Optional<PictureHash> hash(Map<String, List<String>> fields, Instant at) {
      String address = only(fields, WarcFile.IMAGE_URL_DIGEST);
      String digest = only(fields, WarcFile.BODY_DIGEST);
      return Sha256.isLabelled(address) && Sha256.isLabelled(digest)
          ? Optional.of(new PictureHash(address, digest, at))
          : Optional.empty();
    }

    /** Returns what was read of the picture, or null if the fields don't tell. */
    static @Nullable Pictured read(
        WarcMetadata metadata, Map<String, List<String>> fields, long offset) {
      PictureReading reading = ReadingLine.read(only(fields, WarcFile.PICTURE_READING));
      return reading == null
          ? null
          : new Pictured(
              offset,
              metadata.target(),
              only(fields, WarcFile.IMAGE_URL_DIGEST),
              metadata.headers().first(WarcFile.PART_OF).orElse(""),
              reading,
              hash(fields, metadata.date()).orElse(null));
    }

    private static String only(Map<String, List<String>> fields, String name) {
      List<String> values = fields.getOrDefault(name, List.of());
      return values.size() == 1 ? values.getFirst() : "";
    }

    /** Returns whether it was fetched for a page. */
    public boolean isOf(Captured page) {
      return !partOf.isEmpty() && (partOf.equals(page.id()) || partOf.equals(page.madeOf()));
    }
  }

  /**
   * A record that could not be read.
   *
   * @param position offset in bytes
   * @param kind short name
   * @param reason why
   */
  record Unreadable(long position, String kind, String reason) implements WarcEntry {}
}
