package org.vigie.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.vigie.classifier.image.ImageIn;
import org.vigie.classifier.image.ImageOut;
import org.vigie.web.offer.Helpline;

/** Whom to call, as the page's data has it. */
final class Helplines {
  private Helplines() {}

  static void write(List<Helpline> all, ImageOut out) {
    out.number(all.size());
    for (Helpline line : all) {
      out.texts(List.of(line.country(), line.name(), line.number(), line.site(), line.source()));
      out.number(Math.toIntExact(line.seen().toEpochDay()));
    }
  }

  static List<Helpline> read(ImageIn in) {
    List<Helpline> all = new ArrayList<>();
    for (int size = in.number(); size > 0; size--) {
      List<String> texts = in.texts();
      all.add(
          new Helpline(
              texts.get(0),
              texts.get(1),
              texts.get(2),
              texts.get(3),
              texts.get(4),
              LocalDate.ofEpochDay(in.number())));
    }
    return all;
  }
}
