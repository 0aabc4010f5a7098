package org.vigie.exchange.preserve;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.text.safe.SafeText;

/**
 * A form filled as far as a machine can: never an order, and never sent.
 *
 * @param form the form
 * @param wish what it is filled from
 * @param language ISO 639-1 code
 */
public record PreservationDraft(PreservationForm form, PreservationWish wish, String language) {
  /** Returns the keys of what it must say and doesn't yet, in order. */
  public List<String> missing() {
    return form.parts().stream()
        .filter(part -> part.required() && values(part).isEmpty())
        .map(PreservationForm.Part::key)
        .toList();
  }

  /** Returns how many parts say nothing yet, with those that may be left out. */
  public int empty() {
    return Math.toIntExact(form.parts().stream().filter(part -> values(part).isEmpty()).count());
  }

  /**
   * Returns the last day on which the recipient keeps it, if it was received when this was made.
   */
  public LocalDate lastDay() {
    return wish.madeAt().atZone(ZoneOffset.UTC).toLocalDate().plusDays(form.days());
  }

  /**
   * Returns its text, in Markdown. What others wrote stands in it as code, exact and on one line.
   *
   * @throws org.vigie.files.failure.UserError if the form isn't there in the language
   */
  public String text() {
    StringBuilder text = new StringBuilder("# " + in(form.title()) + "\n\n> ");
    text.append(mark()).append("\n\n");
    text.append(in(form.basis())).append('\n');
    int number = 1;
    for (PreservationForm.Part part : form.parts()) {
      text.append("\n## %d. %s%s\n\n".formatted(number++, in(part.label()), article(part)));
      List<String> values = values(part);
      values.forEach(value -> text.append("- ").append(code(value)).append('\n'));
      if (values.isEmpty()) {
        text.append(say(part.required() ? "missing" : "optional", part.key())).append('\n');
      }
    }
    text.append("\n## ").append(say("clock")).append("\n\n");
    text.append(filled(in(form.clock()), lastDay())).append('\n');
    return text.toString();
  }

  private String mark() {
    String made = wish.madeAt().toString();
    FormCheck check = form.check();
    return check == null
        ? say("draft", made)
        : say("checked", made, code(check.by()), check.on().toString());
  }

  private List<String> values(PreservationForm.Part part) {
    String typed = wish.typed().getOrDefault(part.key(), "");
    List<String> values = new ArrayList<>(part.from().of(wish));
    return typed.isBlank() ? values : List.of(typed);
  }

  private String say(String key, Object... values) {
    return form.words().say(key, language, values);
  }

  private String in(InLanguages text) {
    return text.in(language, form.name() + ".yaml");
  }

  private static String filled(String pattern, Object... values) {
    return new MessageFormat(pattern, Locale.ROOT).format(values);
  }

  private String article(PreservationForm.Part part) {
    return part.article().isEmpty()
        ? ""
        : " (" + form.words().provision(part.article(), language) + ")";
  }

  /** As many backquotes as needed, so that none in the value ends it (CommonMark, 6.1). */
  private static String code(String value) {
    String line = SafeText.line(value);
    String fence = "`";
    while (line.contains(fence)) {
      fence += "`";
    }
    return fence.length() == 1 ? fence + line + fence : fence + " " + line + " " + fence;
  }
}
