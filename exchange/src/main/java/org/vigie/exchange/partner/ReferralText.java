package org.vigie.exchange.partner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.advert.Advert;
import org.vigie.advert.Contact;
import org.vigie.text.safe.CsvText;
import org.vigie.text.safe.Defanged;
import org.vigie.text.safe.SafeText;

/** What a referral says of the adverts that it is about, for the person who takes it up. */
final class ReferralText {
  /**
   * A cell of a spreadsheet holds 32,767 characters, escapes among them; adverts behind are named
   * by their ids.
   */
  static final int LONGEST = 30_000;

  /** What of one advert's text stands in the referral. */
  private static final int LONGEST_TEXT = 2_000;

  private static final String MORE = " … and %d more";

  private ReferralText() {}

  static String of(ExportHeader header, String id, List<SharedAdvert> adverts) {
    StringBuilder text =
        new StringBuilder(
            """
            %s: a lead from public adverts, by %s. Handling: %s.
            No person was spoken with; nobody is known to be a victim; nobody was asked for consent.
            """
                .formatted(id, header.authority(), header.handling()));
    List<String> behind = new ArrayList<>();
    int room = LONGEST - LONGEST / 10 - inCell(text.toString());
    for (SharedAdvert handed : adverts) {
      String section = section(handed);
      room -= inCell(section);
      if (behind.isEmpty() && room > 0) {
        text.append('\n').append(section);
      } else {
        behind.add(handed.id());
      }
    }
    if (!behind.isEmpty()) {
      text.append("\nFurther adverts, which have no room here: ")
          .append(whole(behind, " ", LONGEST / 10 - 100));
    }
    return text.toString();
  }

  /** Returns how many characters a text takes in a cell, at most. */
  private static int inCell(String text) {
    return CsvText.row(List.of(text)).length();
  }

  private static String section(SharedAdvert handed) {
    Advert advert = handed.advert().advert();
    StringJoiner lines = new StringJoiner("\n", "", "\n");
    lines.add("Advert " + advert.id());
    lines.add("Seen: " + advert.seenAt());
    add(lines, "Posted: ", advert.postedAt() == null ? "" : advert.postedAt().toString());
    add(lines, "Site: ", advert.site());
    add(lines, "Address: ", advert.url());
    add(
        lines,
        "Place that it states: ",
        Stream.of(advert.place(), advert.country())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", ")));
    add(
        lines,
        "Contacts that it names: ",
        whole(
            handed.advert().contacts().stream()
                .map(Contact::key)
                .distinct()
                .map(ReferralText::shown)
                .toList(),
            "; ",
            LONGEST_TEXT));
    add(lines, "", MachineView.numbers(handed.advert()));
    lines.add("Text: " + cut(shown(MachineView.apartFrom(advert)), LONGEST_TEXT));
    add(lines, "", MachineView.inPictures(advert));
    lines.add(cut(shown(MachineView.assessment(handed.advert())), LONGEST_TEXT));
    return lines.toString();
  }

  private static void add(StringJoiner lines, String label, String value) {
    if (!value.isEmpty()) {
      lines.add(label + cut(shown(value), LONGEST_TEXT));
    }
  }

  /** Escapes before a text is cut, since they are longer than what they stand for. */
  private static String shown(String text) {
    return SafeText.block(Defanged.text(text));
  }

  /**
   * Returns the first of some ids or numbers, as far as they fit into so many characters, and says
   * how many are left: part of one would be another.
   */
  static String whole(Collection<String> all, String separator, int longest) {
    StringBuilder text = new StringBuilder();
    int left = all.size();
    for (String each : all) {
      String added = text.isEmpty() ? each : separator + each;
      if (text.length() + added.length() > longest - MORE.length() - 10) {
        return text + MORE.formatted(left);
      }
      text.append(added);
      left--;
    }
    return text.toString();
  }

  /** Returns a text that is not longer than so many characters, and says where it was cut. */
  static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    String mark = " … (cut)";
    int end = longest - mark.length();
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + mark;
  }
}
