package org.vigie.web;

import java.util.List;
import org.vigie.advert.AdvertTimes;
import org.vigie.advert.AlertLine;
import org.vigie.advert.Finding;
import org.vigie.files.failure.UserError;
import org.vigie.text.finding.FindingWords;
import org.vigie.text.finding.SignLines;
import org.vigie.text.safe.TimeLines;

/**
 * Words that are stored in English, with what they say, so that a page says it in its language.
 *
 * @param line what they say; without a code if an earlier release wrote them
 * @param text the words
 */
public record Worded(AlertLine line, String text) {
  /** No words. */
  public static final Worded NONE = of("");

  /** Returns the words of a finding. */
  public static Worded of(Finding finding, String text) {
    return new Worded(AlertLine.of(finding), text);
  }

  /** Returns a finding of this release, or nothing if there is none. */
  public static Worded said(Finding finding) {
    return finding.isEmpty() ? NONE : said(AlertLine.of(finding));
  }

  /** Returns a line of this release. */
  public static Worded said(AlertLine line) {
    return new Worded(line, FindingWords.english().say(line));
  }

  /** Returns when an advert was seen and when its site says that it was posted, a line each. */
  public static List<Worded> said(AdvertTimes times) {
    return TimeLines.of(times).stream().map(Worded::said).toList();
  }

  /** Returns words that are shown as they are in every language. */
  public static Worded of(String text) {
    return of(Finding.NONE, text);
  }

  /** Returns why something was refused. */
  public static Worded of(UserError refusal) {
    return new Worded(refusal.why(), String.valueOf(refusal.getMessage()));
  }

  /** Returns whether the words are shown in every language as they were written. */
  public boolean isAsItIs() {
    return line.code().isEmpty() || line.code().equals(SignLines.TEXT);
  }

  /** Returns whether there is nothing to show. */
  public boolean isEmpty() {
    return text.isEmpty();
  }
}
