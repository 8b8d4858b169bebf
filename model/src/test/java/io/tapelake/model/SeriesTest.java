package io.tapelake.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SeriesTest {
    @Test
    void barsKeepOrderAndValuesWhileTheBuilderGrows() {
        BarSeries.Builder builder = BarSeries.builder();
        for (int i = 0; i < 1_000; i++) {
            builder.add(i, 10 + i, 20 + i, 5 + i, 15 + i, 100 + i, i % 7);
        }
        BarSeries bars = builder.build();
        builder.add(-1, -1, -1, -1, -1, -1, -1);
        assertThat(bars.size()).isEqualTo(1_000);
        for (int i = 0; i < 1_000; i++) {
            assertThat(new long[] {
                        bars.barStartNs(i),
                        bars.openNanos(i),
                        bars.highNanos(i),
                        bars.lowNanos(i),
                        bars.closeNanos(i),
                        bars.volume(i),
                        bars.publisher(i)
                    })
                    .containsExactly(i, 10 + i, 20 + i, 5 + i, 15 + i, 100 + i, i % 7);
        }
        assertThatThrownBy(() -> bars.barStartNs(1_000)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void tradesKeepOrderAndValuesWhileTheBuilderGrows() {
        TradeSeries.Builder builder = TradeSeries.builder();
        for (int i = 0; i < 1_000; i++) {
            builder.add(i, i + 1, 7L * i, 3L * i, i % 2 == 0 ? 'A' : 'B', i % 5);
        }
        TradeSeries trades = builder.build();
        assertThat(trades.size()).isEqualTo(1_000);
        for (int i = 0; i < 1_000; i++) {
            assertThat(new long[] {
                        trades.tsEventNs(i),
                        trades.tsRecvNs(i),
                        trades.priceNanos(i),
                        trades.sizeShares(i),
                        trades.publisher(i)
                    })
                    .containsExactly(i, i + 1, 7L * i, 3L * i, i % 5);
            assertThat(trades.side(i)).isEqualTo(i % 2 == 0 ? 'A' : 'B');
        }
        assertThatThrownBy(() -> trades.priceNanos(1_000)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void quotesKeepOrderAndValuesWhileTheBuilderGrows() {
        QuoteSeries.Builder builder = QuoteSeries.builder();
        for (int i = 0; i < 1_000; i++) {
            builder.add(i, 10 + i, 12 + i, 100 + i, 200 + i, i % 3);
        }
        QuoteSeries quotes = builder.build();
        assertThat(quotes.size()).isEqualTo(1_000);
        for (int i = 0; i < 1_000; i++) {
            assertThat(new long[] {
                        quotes.tsRecvNs(i),
                        quotes.bidNanos(i),
                        quotes.askNanos(i),
                        quotes.bidSizeShares(i),
                        quotes.askSizeShares(i),
                        quotes.publisher(i)
                    })
                    .containsExactly(i, 10 + i, 12 + i, 100 + i, 200 + i, i % 3);
        }
        assertThatThrownBy(() -> quotes.askNanos(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
