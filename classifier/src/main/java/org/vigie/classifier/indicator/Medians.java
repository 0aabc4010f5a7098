package org.vigie.classifier.indicator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.vigie.files.yaml.YamlMap;

/**
 * What declared pay and prices are held against.
 *
 * @param payMultiple how many medians make pay disproportionate
 * @param pay country → median gross pay, in euro per hour
 * @param priceShare share of the median under which a price is an anomaly
 * @param price country → median price, in euro per hour
 */
record Medians(
    double payMultiple, Map<String, Double> pay, double priceShare, Map<String, Double> price) {
  static final String FILE = "medians.yaml";

  Medians {
    pay = Map.copyOf(pay);
    price = Map.copyOf(price);
  }

  static Medians load(Path models) throws IOException {
    YamlMap yaml = YamlMap.read(models.resolve(FILE)).allowOnly("pay", "price");
    YamlMap pay = yaml.map("pay").allowOnly("multiple", "hour");
    YamlMap price = yaml.map("price").allowOnly("share", "hour");
    return new Medians(
        pay.decimal("multiple"),
        pay.map("hour").decimals(),
        price.decimal("share"),
        price.map("hour").decimals());
  }
}
