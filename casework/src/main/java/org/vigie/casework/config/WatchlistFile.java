package org.vigie.casework.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Severity;
import org.vigie.exchange.marking.Tlp;
import org.vigie.files.failure.UserError;
import org.vigie.files.yaml.Section;
import org.vigie.files.yaml.YamlFile;
import org.vigie.pipeline.alert.Watchlist;
import org.vigie.pipeline.alert.Watchlist.WatchedContact;
import org.vigie.pipeline.alert.Watchlist.WatchedTemplate;
import org.vigie.pipeline.neardup.NearDuplicateConfig;
import org.vigie.pipeline.neardup.Resemblance;

/** The contacts and texts that a workspace watches, as {@code watchlist.yaml} lists them. */
public final class WatchlistFile {
  private final NearDuplicateConfig nearDuplicates;
  private final Function<String, List<String>> contactsIn;

  /**
   * Makes a reader.
   *
   * @param nearDuplicates how texts are compared
   * @param contactsIn finds the {@link org.vigie.advert.Contact#key keys} of contacts in a text
   */
  public WatchlistFile(
      NearDuplicateConfig nearDuplicates, Function<String, List<String>> contactsIn) {
    this.nearDuplicates = nearDuplicates;
    this.contactsIn = contactsIn;
  }

  /**
   * Returns what a file lists; nothing if there is no file.
   *
   * @throws UserError if the file can't be read or what it lists can't be watched
   */
  public Watchlist read(Path file) {
    return Files.exists(file)
        ? read(YamlFile.read(file, String.valueOf(file.getFileName())))
        : Watchlist.empty();
  }

  /**
   * Returns how many contacts of a file are watched no longer, since their last day is before some
   * day; none if there is no file.
   */
  public static long expired(Path file, LocalDate today) {
    if (!Files.exists(file)) {
      return 0;
    }
    return YamlFile.read(file, String.valueOf(file.getFileName())).sections("contacts").stream()
        .filter(entry -> isOver(entry, today))
        .count();
  }

  private static boolean isOver(Section entry, LocalDate today) {
    LocalDate day = day(entry);
    return day != null && day.isBefore(today);
  }

  /** Returns what a file says; see {@link #read(Path)}. */
  public Watchlist read(Section top) {
    List<WatchedContact> contacts = new ArrayList<>();
    for (Section entry : top.sections("contacts")) {
      contacts.add(contact(entry));
    }
    List<WatchedTemplate> templates = new ArrayList<>();
    for (Section entry : top.sections("templates")) {
      templates.add(template(entry));
    }
    top.done();
    try {
      return new Watchlist(contacts, templates);
    } catch (IllegalArgumentException e) {
      throw UserError.ofInput(top.place("") + e.getMessage());
    }
  }

  private WatchedContact contact(Section entry) {
    List<String> keys = contactsIn.apply(entry.required("contact")).stream().distinct().toList();
    if (keys.size() != 1) {
      throw UserError.ofInput(
          entry.place("contact")
              + ": must be one phone, handle, e-mail address, wallet or IBAN, but names "
              + keys.size());
    }
    WatchedContact contact =
        new WatchedContact(
            keys.getFirst(),
            entry.text("note", ""),
            entry.choice("severity", Severity.WARNING, Severity.class),
            entry.text("source", ""),
            marking(entry),
            day(entry));
    entry.done();
    return contact;
  }

  private static String marking(Section entry) {
    String label = entry.text("marking", "");
    try {
      return label.isEmpty() ? "" : Tlp.parse(label).label();
    } catch (IllegalArgumentException e) {
      throw UserError.ofInput(entry.place("marking") + ": " + e.getMessage());
    }
  }

  private static @Nullable LocalDate day(Section entry) {
    String day = entry.text("expires", "");
    try {
      return day.isEmpty() ? null : LocalDate.parse(day);
    } catch (DateTimeException e) {
      throw UserError.ofInput(
          entry.place("expires") + ": must be a day such as 2026-12-31, but is another text");
    }
  }

  private WatchedTemplate template(Section entry) {
    WatchedTemplate template =
        new WatchedTemplate(
            entry.required("name"),
            entry.required("text"),
            entry.share("min-similarity", nearDuplicates.minSimilarity()),
            entry.choice("severity", Severity.WARNING, Severity.class));
    if (new Resemblance(nearDuplicates).signature(template.text()).length == 0) {
      throw UserError.ofInput(
          entry.place("text") + ": must have at least six words, but has fewer");
    }
    entry.done();
    return template;
  }
}
