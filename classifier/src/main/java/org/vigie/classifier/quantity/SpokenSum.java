package org.vigie.classifier.quantity;

/** Adds up number words as they are said one after the other. */
final class SpokenSum {
  private double whole;
  private double part;
  private double least = Double.MAX_VALUE;

  /** Begins with a number, or with a thousand that stands by itself. */
  SpokenSum(Meaning first) {
    if (first.role() == QuantityRole.THOUSAND) {
      this.whole = first.number();
      this.least = first.number();
    } else if (first.number() >= 1000) {
      this.whole = first.number();
      this.least = 1000;
    } else {
      this.part = first.number();
    }
  }

  double value() {
    return whole + part;
  }

  /** Returns the last multiplier where nothing was added since, else 1. */
  double factor() {
    return part == 0 && whole > 0 ? least : 1;
  }

  /** Adds a number if it goes on the one said so far; returns whether it does. */
  boolean add(Meaning more) {
    double added = more.number();
    if (added >= 1000) {
      return false;
    }
    if (part == 0 && whole > 0) {
      part = added;
    } else if (part == 4 && added == 20) {
      part = 80; // quatre-vingt
    } else if (added == 100 && part >= 1 && part < 20 && part != 10) {
      part *= 100;
    } else if (part % 10 == 0 && part >= 20 && added < (part % 100 == 0 ? 100 : 20)) {
      part += added;
    } else if (part == 10 && added < 10) {
      part += added; // Turkish on beş
    } else {
      return false;
    }
    return true;
  }

  /** Multiplies what was said since the last multiplier; returns whether it can. */
  boolean multiply(Meaning by) {
    if (by.number() >= least || part == 0) {
      return false;
    }
    whole += part * by.number();
    part = 0;
    least = by.number();
    return true;
  }
}
