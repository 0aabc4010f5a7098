package org.vigie.world;

import java.util.List;

/**
 * One of short adverts about twelve subjects in forty languages, with the word that somebody who
 * looks for its subject would type in that language.
 *
 * <p>They were invented to measure search by one author, who had read the English word forms and
 * those of no other language, and no corpus. No native speaker has read them; the adverts of a
 * subject say much the same in all languages, so they are easier to tell apart than what people
 * write.
 *
 * @param language ISO 639-1 code
 * @param subject what it is about
 * @param query what somebody would type who looks for the subject
 */
public record SealedAdvert(String language, String subject, String query, String text) {
  /** Returns all of them, those of a language in a row. */
  public static List<SealedAdvert> all() {
    return WorldFile.read("sealed/adverts.tsv")
        .lines()
        .map(line -> line.split("\t", -1))
        .map(cells -> new SealedAdvert(cells[0], cells[1], cells[2], cells[3]))
        .toList();
  }
}
