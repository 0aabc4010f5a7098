package org.vigie.classifier.quantity;

/** What a word or phrase does beside a number. */
enum QuantityRole {
  /** A number said in words. */
  NUMBER,
  /** Multiplies the number before it. */
  MAGNITUDE,
  /** A thousand by itself: "mille". */
  THOUSAND,
  /** A currency. */
  CURRENCY,
  /** A hundredth of a currency's unit. */
  HUNDREDTH,
  /** What a price is paid for or work is counted by: "per hour", "monthly". */
  PERIOD,
  /** The same in one word, such as "monthly", which may also stand before a number. */
  ADVERB,
  /** A unit of time: "hours". */
  UNIT,
  /** Announces an age. */
  AGE_BEFORE,
  /** Makes the number before it an age. */
  AGE_AFTER,
  /** Years, which may be an age's. */
  YEARS,
  /** Names a person whose years follow. */
  PERSON,
  /** Tells that years near it are no age. */
  NOT_AGE,
  /** May stand between a price and its period. */
  BETWEEN,
  /** Stands between the ends of a range. */
  TO,
  /** Stands between a large number and its currency. */
  OF,
  /** Stands between units and hundredths. */
  AND
}
