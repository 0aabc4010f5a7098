package org.vigie.classifier.quantity;

import org.vigie.advert.PricePeriod;
import org.vigie.classifier.image.ImageIn;
import org.vigie.classifier.image.ImageOut;

/**
 * What a listed phrase means.
 *
 * @param role what it does beside a number
 * @param code ISO 4217 code of a currency, else empty
 * @param number value of a number or magnitude, else 0
 * @param period the unit of time, else {@link PricePeriod#UNSTATED}
 * @param onlyIn language in which alone it means this (ISO 639-1), or empty
 * @param language language it is listed for, preferred where several mean something, or empty
 */
record Meaning(
    QuantityRole role,
    String code,
    double number,
    PricePeriod period,
    String onlyIn,
    String language) {
  static Meaning read(ImageIn in) {
    return new Meaning(
        QuantityRole.valueOf(in.text()),
        in.text(),
        in.decimal(),
        PricePeriod.valueOf(in.text()),
        in.text(),
        in.text());
  }

  void write(ImageOut out) {
    out.text(role.name());
    out.text(code);
    out.decimal(number);
    out.text(period.name());
    out.text(onlyIn);
    out.text(language);
  }

  static Meaning of(QuantityRole role) {
    return new Meaning(role, "", 0, PricePeriod.UNSTATED, "", "");
  }

  static Meaning number(QuantityRole role, double number) {
    return new Meaning(role, "", number, PricePeriod.UNSTATED, "", "");
  }

  /** A number, or what multiplies one, in one language alone. */
  static Meaning number(QuantityRole role, double number, String onlyIn) {
    return new Meaning(role, "", number, PricePeriod.UNSTATED, onlyIn, onlyIn);
  }

  static Meaning money(QuantityRole role, String code, String onlyIn) {
    return new Meaning(role, code, 0, PricePeriod.UNSTATED, onlyIn, onlyIn);
  }

  static Meaning time(QuantityRole role, PricePeriod period, String language) {
    return new Meaning(role, "", 0, period, "", language);
  }

  static Meaning in(QuantityRole role, String language) {
    return new Meaning(role, "", 0, PricePeriod.UNSTATED, language, language);
  }
}
