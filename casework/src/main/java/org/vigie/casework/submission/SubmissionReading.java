package org.vigie.casework.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.advert.AlertLine;
import org.vigie.capture.file.TableStart;
import org.vigie.capture.picture.PictureCounts;
import org.vigie.capture.picture.PictureReader;
import org.vigie.pipeline.intake.InputFormat;
import org.vigie.text.finding.FindingWords;

/**
 * What a submitted file was taken for and what is in it.
 *
 * @param kind what a person calls its kind, such as {@code Excel workbook}
 * @param format in which it is accepted
 * @param kept where its adverts lie as lines of advert-v1, below the file's folder; empty if the
 *     file itself is read
 * @param content what it holds
 * @param samples what its first adverts say, for {@link SubmissionPreview}
 * @param tables how its first tables begin
 * @param refusal why nothing of it can be read; without a code if something can
 */
public record SubmissionReading(
    String kind,
    InputFormat format,
    String kept,
    Content content,
    List<Sample> samples,
    List<TableStart> tables,
    AlertLine refusal) {
  /**
   * What a file holds.
   *
   * @param adverts how many adverts
   * @param unread how many parts of it can't be read
   * @param ids of its first adverts, each once
   * @param letters the first parts that can't be read
   * @param pictures what came of its pictures
   */
  public record Content(
      long adverts, long unread, List<String> ids, List<UnreadPart> letters, Pictures pictures) {
    static final Content NOTHING = new Content(0, 0, List.of(), List.of(), Pictures.NONE);

    public Content {
      ids = List.copyOf(ids);
      letters = List.copyOf(letters);
    }
  }

  /**
   * What came of a file's pictures; those that couldn't be decoded are among its unread parts.
   *
   * @param read how many were read
   * @param withoutText those of them whose text wasn't looked for, for want of time or of the
   *     program that reads it
   * @param known how many are on a list of known material, of which nothing was read
   * @param outOfTime how many weren't read for want of time
   */
  public record Pictures(long read, long withoutText, long known, long outOfTime) {
    /** Those of a file without pictures. */
    public static final Pictures NONE = new Pictures(0, 0, 0, 0);

    static Pictures of(PictureCounts counts) {
      return new Pictures(
          counts.read(),
          counts.textUnread().values().stream().mapToLong(Long::longValue).sum(),
          counts.known(),
          counts.unread().getOrDefault(PictureReader.OUT_OF_TIME, 0L));
    }
  }

  /**
   * A part that can't be read.
   *
   * @param position line from 1, or offset of the WARC record in bytes
   * @param kind short name of what is wrong
   * @param reason what must hold and what was found, without advert text
   */
  public record UnreadPart(long position, String kind, String reason) {}

  /**
   * What an advert says.
   *
   * @param text its whole text
   * @param fields short ones that it declares
   */
  public record Sample(String text, Map<String, String> fields) {
    public Sample {
      fields = Map.copyOf(fields);
    }
  }

  /** Copies what may change. */
  public SubmissionReading {
    samples = List.copyOf(samples);
    tables = List.copyOf(tables);
  }

  /** Returns that nothing of a file can be read. */
  static SubmissionReading refused(AlertLine why, List<TableStart> tables) {
    return new SubmissionReading(
        "", InputFormat.JSONL, "", Content.NOTHING, List.of(), tables, why);
  }

  SubmissionReading with(Pictures pictures, List<UnreadPart> further) {
    List<UnreadPart> letters = new ArrayList<>(further);
    letters.addAll(content.letters());
    Content counted =
        new Content(
            content.adverts(), content.unread() + further.size(), content.ids(), letters, pictures);
    return new SubmissionReading(kind, format, kept, counted, samples, tables, refusal);
  }

  /** Returns the same with other texts. */
  SubmissionReading with(List<Sample> texts, List<TableStart> starts) {
    return new SubmissionReading(kind, format, kept, content, texts, starts, refusal);
  }

  /** Returns why nothing of it can be read, in English; empty if something can. */
  public String why() {
    return canBeAccepted() ? "" : FindingWords.english().say(refusal);
  }

  /** Returns whether there is anything to accept. */
  public boolean canBeAccepted() {
    return refusal.code().isEmpty();
  }
}
