package org.vigie.exchange.preserve;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.files.failure.UserError;
import org.vigie.files.yaml.Section;

/**
 * What an order, notice or request must say, as a file tells it that an operator can correct.
 *
 * @param name what it is called on the command line
 * @param check who held it against the official form; null if nobody did
 * @param title its title
 * @param basis the provision that it rests on
 * @param clock what the recipient must do and by when, with <code>{0}</code> for the last day
 * @param days how many days the recipient has or keeps it; 0 if no time runs
 * @param parts what it says, in order
 * @param words what every draft says
 */
public record PreservationForm(
    String name,
    @Nullable FormCheck check,
    InLanguages title,
    InLanguages basis,
    InLanguages clock,
    int days,
    List<Part> parts,
    DraftWords words) {
  private static final int MOST_DAYS = 3_650;

  /**
   * One thing that it says.
   *
   * @param key by which a person fills it
   * @param article the provision that demands it, or empty
   * @param from what fills it
   * @param required whether the form is incomplete without it
   * @param label its heading
   */
  public record Part(
      String key, String article, Filling from, boolean required, InLanguages label) {}

  public PreservationForm {
    parts = List.copyOf(parts);
    if (parts.stream().map(Part::key).distinct().count() < parts.size()) {
      throw UserError.ofInput(
          "the parts of form %s must have different keys, but two have the same".formatted(name));
    }
  }

  /**
   * Reads a form.
   *
   * @throws UserError if the file doesn't say what a form needs
   */
  static PreservationForm read(Section file, DraftWords words) {
    String name = file.required("form");
    List<Part> parts = new ArrayList<>();
    for (Section part : file.sections("parts")) {
      parts.add(
          new Part(
              part.required("key"),
              part.text("article", ""),
              part.choice("from", Filling.TYPED, Filling.class),
              part.flag("required", true),
              InLanguages.read(part, "label")));
      part.done();
    }
    int days = file.integer("days", 0, 0, MOST_DAYS);
    PreservationForm form =
        new PreservationForm(
            name,
            FormCheck.read(file),
            InLanguages.read(file, "title"),
            InLanguages.read(file, "basis"),
            InLanguages.read(file, "clock"),
            days,
            parts,
            words);
    file.done();
    return form;
  }

  /** Returns the languages that it can be written in. */
  public List<String> languages() {
    return InLanguages.common(
        Stream.concat(Stream.of(title, basis, clock), parts.stream().map(Part::label)).toList());
  }
}
