package org.vigie.pipeline.neardup;

/**
 * What a new advert is compared by with those that are kept: its {@linkplain Sketch sketch}, and
 * its signature where an earlier release kept that.
 */
final class Likeness {
  private final Sketch sketch;
  private final int[] signature;

  Likeness(SignedAdvert advert) {
    sketch = Sketch.read(advert.sketch());
    signature = advert.signature();
  }

  /** Compares the advert with one that is kept. */
  Overlap with(Representative kept) {
    return kept.isOfEarlierRelease()
        ? Overlap.of(CoarseSignature.of(signature), CoarseSignature.read(kept.coarseSignature()))
        : Overlap.of(sketch, Sketch.read(kept.sample()));
  }
}
