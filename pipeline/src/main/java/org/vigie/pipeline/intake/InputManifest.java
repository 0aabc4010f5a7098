package org.vigie.pipeline.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One accepted input file, as it stands in the inbox. In its JSON the parts of its layout and its
 * acceptance stand beside the others.
 *
 * @param id {@code i-} and 20 hexadecimal digits, derived from content, format and mapping
 * @param path absolute path of the file; in the inbox itself relative to the workspace if it lies
 *     within, so that a workspace may be moved
 * @param name what dead letters and provenance call it
 * @param bytes size of the file
 * @param layout how its adverts are laid out
 * @param acceptance under which mandate it was accepted, and when
 * @param begins the earliest time that its first adverts tell; null if none tells one
 * @param from absolute path of the file that it was made of; null if it is that file, or of none
 */
public record InputManifest(
    String id,
    String path,
    String name,
    long bytes,
    @JsonUnwrapped Layout layout,
    @JsonUnwrapped Acceptance acceptance,
    @Nullable Instant begins,
    @Nullable String from) {

  /**
   * How the adverts of an input are laid out.
   *
   * @param format its format
   * @param mapping advert-v1 key → CSV column; empty for other formats
   * @param site what to call the site of adverts that name none
   */
  public record Layout(InputFormat format, Map<String, String> mapping, String site) {
    public Layout {
      mapping = format == InputFormat.CSV ? Map.copyOf(mapping) : Map.of();
    }

    /** Adverts of the schema advert-v1, one a line. */
    public static Layout lines(String site) {
      return new Layout(InputFormat.JSONL, Map.of(), site);
    }
  }

  /**
   * The acceptance of an input.
   *
   * @param mandate id of the mandate under which it was accepted
   * @param at when it was accepted: the time of adverts that give none
   */
  public record Acceptance(String mandate, @JsonProperty("acceptedAt") Instant at) {}

  /** An input of which it isn't known when it begins. */
  public InputManifest(
      String id, String path, String name, long bytes, Layout layout, Acceptance acceptance) {
    this(id, path, name, bytes, layout, acceptance, null, null);
  }

  /** Returns the time by which inputs are read one after another. */
  Instant order() {
    return begins == null ? acceptance.at() : begins;
  }

  /** Returns the same with another path. */
  InputManifest at(String other) {
    return with(other, begins, from);
  }

  /** Returns the same with the time at which it begins. */
  InputManifest beginning(@Nullable Instant time) {
    return with(path, time, from);
  }

  /** Returns the same with the file that it was made of. */
  InputManifest madeOf(@Nullable String file) {
    return with(path, begins, file);
  }

  private InputManifest with(String other, @Nullable Instant time, @Nullable String file) {
    return new InputManifest(id, other, name, bytes, layout, acceptance, time, file);
  }

  /**
   * Returns when a thing in it was collected that says when it was seen: never after the input was
   * accepted, for a later date is a slip that would keep the thing for ever.
   */
  public Instant collected(Instant seenAt) {
    return seenAt.isAfter(acceptance.at()) ? acceptance.at() : seenAt;
  }
}
