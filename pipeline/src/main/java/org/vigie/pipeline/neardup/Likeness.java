package org.vigie.pipeline.neardup;

/**
 * What a new advert is compared by with those that are kept: its {@linkplain Sketch sketch}, and
 * its signature where an earlier release kept that.
 */
final class Likeness {
  private final ReadSketches read;
  private final Sketch sketch;
  private final int[] signature;

  Likeness(SignedAdvert advert, ReadSketches read) {
    this.read = read;
    sketch = Sketch.read(advert.sketch());
    signature = advert.signature();
  }

  /** Compares the advert with one that is kept under a number. */
  Overlap with(int number, Representative kept) {
    return kept.isOfEarlierRelease()
        ? Overlap.of(CoarseSignature.of(signature), CoarseSignature.read(kept.coarseSignature()))
        : Overlap.of(sketch, read.of(number, kept.sample()));
  }
}
