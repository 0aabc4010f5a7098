package org.vigie.classifier.risk;

/**
 * An advert to train or evaluate with.
 *
 * @param id its name in the data
 * @param risk whether it is labelled as fraudulent
 * @param group its campaign, never split between training and evaluation
 * @param text the advert's text
 */
record LabelledAdvert(String id, boolean risk, String group, String text) {}
