package org.vigie.capture.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ExifBlockTest {
  @Test
  void endsWhereDirectoriesLeadInCircles() throws Exception {
    int entries = 2_000;
    ByteBuffer block = ByteBuffer.allocate(10 + entries * 12);
    block.put("MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) entries);
    for (int i = 0; i < entries; i++) {
      block.putShort((short) 0x8769).putShort((short) 4).putInt(1).putInt(8);
    }
    byte[] jpeg = DrawnPicture.file(DrawnPicture.ofText("x"), "jpg");

    ExifBlock read = ExifBlock.of(MarkedPicture.withExif(jpeg, block.array()));

    assertThat(read.fields()).isEqualTo(ExifBlock.MAX_FIELDS);
  }

  @Test
  void tellsWhichSideIsUp() throws Exception {
    byte[] file = MarkedPicture.turned(DrawnPicture.ofText("x"), 8);

    assertThat(ExifBlock.of(file)).isEqualTo(new ExifBlock(1, 8));
  }
}
