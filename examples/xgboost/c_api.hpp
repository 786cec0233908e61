#pragma once
// The part of XGBoost's C interface that xgboost_objective uses, with errors as exceptions and
// handles that are freed.

#include <cstddef>
#include <limits>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include <xgboost/c_api.h>

namespace example {

inline void check_xgboost(int status) {
  if (status != 0) throw std::runtime_error(std::string("XGBoost: ") + XGBGetLastError());
}

// Rows with labels.
class xgboost_rows {
 public:
  // Values row after row.
  xgboost_rows(const std::vector<float>& values, const std::vector<float>& labels)
      : labels_(labels) {
    DMatrixHandle handle = nullptr;
    check_xgboost(XGDMatrixCreateFromMat(values.data(), labels.size(),
                                         values.size() / labels.size(),
                                         std::numeric_limits<float>::quiet_NaN(), &handle));
    handle_.reset(handle);
    set("label", labels);
  }

  // What the trees' sum is added to, in place of the parameter base_score.
  void set_base_margin(const std::vector<float>& margins) { set("base_margin", margins); }

  DMatrixHandle handle() const { return handle_.get(); }
  const std::vector<float>& labels() const { return labels_; }

 private:
  struct freed {
    void operator()(DMatrixHandle handle) const { XGDMatrixFree(handle); }
  };

  void set(const char* field, const std::vector<float>& values) {
    check_xgboost(XGDMatrixSetFloatInfo(handle(), field, values.data(), values.size()));
  }

  std::unique_ptr<void, freed> handle_;
  std::vector<float> labels_;
};

struct xgboost_parameter {
  const char *name, *value;
};

class xgboost_model {
 public:
  xgboost_model(const xgboost_rows& training, const std::vector<xgboost_parameter>& parameters) {
    const DMatrixHandle cached = training.handle();
    BoosterHandle handle = nullptr;
    check_xgboost(XGBoosterCreate(&cached, 1, &handle));
    handle_.reset(handle);
    for (const auto& [name, value] : parameters) {
      check_xgboost(XGBoosterSetParam(handle, name, value));
    }
  }

  // One round, by the objective that the parameters name.
  void update(int round, const xgboost_rows& rows) {
    check_xgboost(XGBoosterUpdateOneIter(handle_.get(), round, rows.handle()));
  }

  // One round, by these derivatives.
  void boost(const xgboost_rows& rows, std::vector<float>& grad, std::vector<float>& hess) {
    check_xgboost(
        XGBoosterBoostOneIter(handle_.get(), rows.handle(), grad.data(), hess.data(), grad.size()));
  }

  // Logits, one a row: valid until the next call.
  std::span<const float> margins(const xgboost_rows& rows) const {
    const bst_ulong* shape = nullptr;
    bst_ulong dimensions = 0;
    const float* result = nullptr;
    check_xgboost(XGBoosterPredictFromDMatrix(
        handle_.get(), rows.handle(),
        R"({"type": 1, "training": true, "iteration_begin": 0, "iteration_end": 0,
            "strict_shape": false})",
        &shape, &dimensions, &result));
    return {result, static_cast<std::size_t>(shape[0])};
  }

  // As text, one a tree.
  std::vector<std::string> trees() const {
    bst_ulong count = 0;
    const char** texts = nullptr;
    check_xgboost(XGBoosterDumpModelEx(handle_.get(), "", 0, "text", &count, &texts));
    return {texts, texts + count};
  }

 private:
  struct freed {
    void operator()(BoosterHandle handle) const { XGBoosterFree(handle); }
  };

  std::unique_ptr<void, freed> handle_;
};

}  // namespace example
