package org.vigie.classifier.entity;

import org.jspecify.annotations.Nullable;

/**
 * What digits were read as.
 *
 * @param phone the phone, or null
 * @param settled false if they may be phones of several regions, none of which is likelier
 */
record PhoneReading(PhoneNumbers.@Nullable Phone phone, boolean settled) {
  /** The reading of digits that may be phones of several regions. */
  static final PhoneReading UNSETTLED = new PhoneReading(null, false);

  /** Returns the reading of digits that are one phone, or none if it is null. */
  static PhoneReading of(PhoneNumbers.@Nullable Phone phone) {
    return new PhoneReading(phone, true);
  }
}
